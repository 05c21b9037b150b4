import json
import sys
from pathlib import Path

BILL = "Regeringen lämnar förslag.\nBåtunionen avstyrker avgiften. Seglarna godtar avgiften på båtar."
OTHER = "Skolorna behöver fler lärare. Båtunionen avstyrker avgiften."


def test_bills_that_are_measured_on_are_left_out_of_the_text(tmp_path, monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    import unread

    (tmp_path / "texts").mkdir()
    whole = f"{OTHER}\n\n{BILL}\n\nSist av allt.\nOch slut.\n"
    (tmp_path / "texts" / "a.txt").write_text(whole, encoding="utf-8")
    points = [{"text": "Båtunionen avstyrker avgiften."}, {"text": "Seglarna godtar avgiften på båtar."}]
    bills = [{"bill": "x", "points": points}, {"bill": "y", "points": [{"text": "Står ingenstans."}]}]
    file = tmp_path / "bills.jsonl"
    file.write_text("".join(json.dumps(bill) + "\n" for bill in bills), encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["unread.py", str(tmp_path / "texts"), "--bills", str(file), "--out", str(out)]
    monkeypatch.setattr(sys, "argv", arguments)
    unread.main()
    assert (out / "text" / "a.txt").read_text(encoding="utf-8") == f"{OTHER}\n\nSist av allt.\nOch slut.\n"
    lines = (out / "unread.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["bill"] for line in lines] == ["x"]
    assert "1 of 2 bills" in capsys.readouterr().out
