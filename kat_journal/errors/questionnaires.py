"""What can be wrong with a questionnaire that another program wrote."""

from kat_journal.errors.program import PackError


class QuestionnaireError(PackError):
    """A questionnaire's file cannot be used; the exception's text names the place in it and the reason."""

    message = "error.questionnaire"
    user_message = "This questionnaire cannot be used here."
    hint = "Nothing was changed. Show the reason to whoever gave you the file."
