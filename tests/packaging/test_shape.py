"""The shape of the code that no linter holds: sizes, no sleeping tests, no SQL put together from text."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def sources(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_no_file_is_too_long_to_have_one_subject():
    lengths = {name: len(text.splitlines()) for name, text in sources("kat_journal", "packaging", "tests")}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def long_functions(source):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, functions)]
    return [node.name for node in nodes if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]


def test_no_function_is_too_long_to_be_read_at_once():
    found = {name: long_functions(text) for name, text in sources("kat_journal", "packaging")}

    assert {name: functions for name, functions in found.items() if functions} == {}


def sleeping_calls(source):
    """Lines that wait for a time instead of for what should happen."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id="sleep") | ast.Attribute(attr="sleep" | "qSleep" | "qWait"):
                yield node.lineno
            case ast.Attribute(value=ast.Name(id="qtbot"), attr="wait"):
                yield node.lineno


def test_no_test_sleeps():
    found = {name: list(sleeping_calls(text)) for name, text in sources("tests")}

    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("planted", ["qtbot.wait(50)", "time.sleep(1)", "sleep(1)", "QTest.qWait(5)"])
def test_each_way_to_sleep_is_seen(planted):
    assert list(sleeping_calls(planted)) == [1]


def test_waiting_for_a_signal_is_not_sleeping():
    assert not list(sleeping_calls("qtbot.waitUntil(ready)\nprocess.wait(5)"))


def is_put_together(statement):
    """Whether an expression builds text; PRAGMA takes no bound values, so it may."""
    match statement:
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if start.startswith("PRAGMA "):
            return False
        case ast.JoinedStr(values=values):
            return any(isinstance(value, ast.FormattedValue) for value in values)
        case ast.BinOp(op=ast.Add() | ast.Mod()):
            return True
        case ast.Call(func=ast.Attribute(attr="format" | "join" | "replace")):
            return True
    return False


def put_together_sql(source):
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="execute" | "executemany"), args=[statement, *_]):
                if is_put_together(statement):
                    yield node.lineno


def test_no_sql_is_put_together_from_text():
    found = {name: list(put_together_sql(text)) for name, text in sources("kat_journal/storage")}

    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "planted",
    [
        'c.execute(f"SELECT * FROM {table}")',
        'c.execute("SELECT * FROM " + table)',
        'c.execute("SELECT * FROM %s" % table)',
        'c.execute("SELECT * FROM {}".format(table))',
        'c.executemany(f"INSERT INTO {table} VALUES (?)", rows)',
    ],
)
def test_each_way_to_put_sql_together_is_seen(planted):
    assert list(put_together_sql(planted)) == [1]


@pytest.mark.parametrize(
    "fine", ['c.execute("SELECT 1" " FROM answer WHERE id = ?", (1,))', 'c.execute(f"PRAGMA a = {b}")']
)
def test_bound_values_and_pragmas_are_fine(fine):
    assert not list(put_together_sql(fine))


def test_no_script_commits_behind_a_migration():
    """``executescript`` commits the open transaction without a word."""
    assert [name for name, text in sources("kat_journal") if ".executescript(" in text] == []
