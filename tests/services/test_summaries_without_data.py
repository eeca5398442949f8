"""The document without its values: what the window composes for formats that read nothing but the sections."""

from dataclasses import replace

from kat_journal.domain.summary import Chosen


def test_without_values_the_document_is_the_same_but_for_them(demo):
    summaries = demo.summaries
    material = summaries.material(summaries.whole_period())
    chosen = frozenset(one.key for one in summaries.candidates(material))

    whole = summaries.compose(material, chosen)
    bare = summaries.compose(material, chosen, with_data=False)

    assert whole.data != Chosen()
    assert bare == replace(whole, data=Chosen(made_on=material.made_on)), "a PDF tells the day on which it was made"
