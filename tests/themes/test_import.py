import subprocess
import sys


def test_a_run_needs_neither_torch_nor_scikit_learn():
    code = (
        "import sys, remissnlp.themes as themes; themes.build_teman; "
        "print([m for m in ('torch', 'sklearn', 'pandas', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
