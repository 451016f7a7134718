"""Lints the scripts that browsers run: their types by TypeScript, a few rules by eslint, both in the versions that are locked.

  python -m tools.lint_scripts      needs Node with npm; nothing else does, a build least of all

Exit status: 0 all is well, 1 something was found, 2 it could not look.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "tools" / "scripts"
MODULES = SETTINGS / "node_modules"
CHECKS = (
    ("typescript/bin/tsc", "--project", "tools/scripts/tsconfig.json"),
    ("typescript/bin/tsc", "--project", "tools/scripts/tsconfig.worker.json"),
    ("eslint/bin/eslint.js", "--config", "tools/scripts/eslint.config.mjs", "overrides"),
)
"""What Node runs, each from its package, with its arguments."""


def main() -> int:
    """Installs the tools where the lock asks for others than those that are there, and runs each of the checks."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        print("The scripts were NOT checked: Node and npm are not on the path.", file=sys.stderr)
        return 2
    if not is_installed():
        # Without scripts: what a package would run by itself nobody here has read.
        installing = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=SETTINGS, check=False)
        if installing.returncode:
            print("The scripts were NOT checked: npm could not install what the lock names.", file=sys.stderr)
            return 2
    ends = [subprocess.run([node, str(MODULES / tool), *arguments], cwd=ROOT, check=False).returncode for tool, *arguments in CHECKS]
    if not any(ends):
        print("The scripts are well typed, and keep the rules.")
    return 1 if any(ends) else 0


def is_installed() -> bool:
    """Whether what is installed was installed from the lock as it is now."""
    lock, installed = SETTINGS / "package-lock.json", MODULES / ".package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
