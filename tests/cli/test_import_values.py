"""What a cell means can be stated, for a field or for all words, and is kept in a mapping."""

LIST = (
    "Title,Parties,Signed,Status,Terminated,Place\n"
    "Acordo A,AL;BR,2010-01-01,Vigorando,,Acabado\n"
    "Acordo B,BR;RS,2011-01-01,,Acabado,Belgrade\n"
)


STATED = ("--value", "status:VIGORANDO=in-force", "--value", "Acabado=terminated")


def test_a_word_means_what_is_stated_and_other_texts_stay(wbagree, empty, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    ran = wbagree("import", str(tmp_path / "list.csv"), *STATED, "--save-map", "br", db=empty)
    assert ran.returncode == 0, ran.stderr
    shown = wbagree("export", "--format", "csv", db=empty).stdout.splitlines()
    assert ",in-force," in shown[1]
    assert ",Acabado," in shown[1]
    assert ",terminated," in shown[2]
    again = wbagree("import", str(tmp_path / "list.csv"), "--use-map", "br", db=empty)
    assert "2 unchanged" in again.stderr


def test_a_word_that_is_not_understood_names_the_option(wbagree, empty, tmp_path):
    (tmp_path / "list.csv").write_text(LIST.replace("Acabado", ""))
    ran = wbagree("import", str(tmp_path / "list.csv"), db=empty)
    assert "Status: Vigorando" in ran.stderr
    assert "add --value" in ran.stderr


def test_a_title_can_be_set_for_all_rows(wbagree, empty, tmp_path):
    (tmp_path / "list.csv").write_text("Country A,Country B,Signed\nAlbania,Kosovo,2010-01-01\n")
    ran = wbagree("import", str(tmp_path / "list.csv"), "--set", "title=Double taxation convention", db=empty)
    assert ran.returncode == 0, ran.stderr
    assert "Double taxation convention" in wbagree("show", "AL-XK-2010-1", db=empty).stdout


def test_two_addresses_are_two_sources_and_no_is_no_end(wbagree, empty, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Date,Title,Parties,Signed,In force,Terminated,url\n"
        "2020-01-15,A,AL;XK,2010-05-12,true,false,https://example.org/a.txt | https://example.org/b.doc\n"
    )
    ran = wbagree("import", str(tmp_path / "list.csv"), db=empty)
    assert ran.returncode == 0, ran.stderr
    assert "columns 'Signed' and 'Date' may both be signed: 'Signed' was read" in ran.stderr
    assert "add --map 'Date=signed'" in ran.stderr
    stored = wbagree("export", "--format", "csv", db=empty).stdout
    assert "<https://example.org/a.txt> | <https://example.org/b.doc>" in stored
    assert "in-force" in stored
    assert "Date:" not in stored
