"""A stand-in for GitHub's `gh`, for tests: it keeps pull requests, comments, statuses and releases in a file, and notes each call.

It knows the few calls that the workflows make, answers `--jq` with the real jq, and refuses what the job has no leave
for. The workflow's token is never needed: nothing goes over a network.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jq  # type: ignore[import-not-found]  # it brings no types

STATE = Path(os.environ["GH_STATE"])
LEAVE: dict[str, str] = json.loads(os.environ["GH_LEAVE"])


def may_write(*kinds: str) -> None:
    """Ends where the job may write none of these kinds of things."""
    if not any(LEAVE.get(kind) == "write" for kind in kinds):
        sys.exit(f"gh: Resource not accessible by integration (HTTP 403): {' or '.join(kinds)}")


def pushed(branch: str) -> str:
    """The commit of a branch of the repository that lies beside the file."""
    command = ["git", "-C", str(STATE.parent / "remote.git"), "rev-parse", "--verify", f"refs/heads/{branch}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def answered(method: str, path: str, query: str, fields: dict[str, str], state: dict[str, Any]) -> Any:
    """What GitHub answers, after doing what it was asked to."""
    called = f"{method} {path}"
    if match := re.fullmatch(r"GET pulls/(\d+)", called):
        return state["pulls"][match[1]]
    if called == "GET pulls":
        wanted = fields or dict(part.split("=", 1) for part in query.split("&"))
        pulls = state["pulls"].values()
        return [pull for pull in pulls if pull["state"] == wanted["state"] and f"{state['owner']}:{pull['head']['ref']}" == wanted["head"]]
    if called == "POST pulls":
        may_write("pull-requests")
        if state.get("refuses"):
            sys.exit("gh: GitHub Actions is not permitted to create or approve pull requests (HTTP 403)")
        number = max(map(int, [*state["pulls"], *state["issues"], "0"])) + 1
        pull = {
            "number": number,
            "state": "open",
            "title": fields["title"],
            "body": fields["body"],
            "head": {"ref": fields["head"], "sha": pushed(fields["head"])},
        }
        state["pulls"][str(number)] = pull | {"base": {"ref": fields["base"]}}
        return pull
    if match := re.fullmatch(r"PATCH pulls/(\d+)", called):
        may_write("pull-requests")
        state["pulls"][match[1]].update(fields)
        return state["pulls"][match[1]]
    if called == "GET issues":
        wanted = dict(part.split("=", 1) for part in query.split("&"))
        assert unquote(wanted["creator"]) == "github-actions[bot]"
        return [issue for issue in state["issues"].values() if wanted["labels"] in issue["labels"]]
    if called == "POST issues":
        may_write("issues")
        number = max(map(int, [*state["pulls"], *state["issues"], "0"])) + 1
        issue = {"number": number, "title": fields["title"], "labels": [fields["labels[]"]], "state": "open", "body": fields["body"]}
        state["issues"][str(number)] = issue
        return issue
    if match := re.fullmatch(r"PATCH issues/(\d+)", called):
        may_write("issues")
        state["issues"][match[1]].update(fields)
        return state["issues"][match[1]]
    if match := re.fullmatch(r"(GET|POST) issues/(\d+)/comments", called):
        comments = state["comments"].setdefault(match[2], [])
        if match[1] == "POST":
            may_write(*(["issues", "pull-requests"] if match[2] in state["pulls"] else ["issues"]))
            comments.append({"id": 1000 + sum(map(len, state["comments"].values())), "user": {"login": "github-actions[bot]"}, **fields})
            return comments[-1]
        return comments
    if match := re.fullmatch(r"PATCH issues/comments/(\d+)", called):
        may_write("issues", "pull-requests")
        comment = next(comment for several in state["comments"].values() for comment in several if str(comment["id"]) == match[1])
        comment.update(fields)
        return comment
    if match := re.fullmatch(r"POST statuses/([0-9a-f]{40})", called):
        may_write("statuses")
        state["statuses"].append({"sha": match[1], **fields})
        return state["statuses"][-1]
    if match := re.fullmatch(r"GET commits/(main)", called):
        return {"sha": pushed(match[1])}
    if called == "GET releases":
        return [{"tag_name": tag} for tag, release in state["releases"].items() if not release["isDraft"]]
    if match := re.fullmatch(r"GET actions/runs/(\d+)/artifacts", called):
        names = state["artifacts"].get(match[1], [])
        return {"artifacts": [{"id": 500 + place, "name": name} for place, name in enumerate(names)]}
    sys.exit(f"gh: Not Found (HTTP 404): {called}")


def released(arguments: list[str], state: dict[str, Any]) -> str:
    """What `gh release` prints. The files of a release lie in a folder of their own; it is a draft until all are there."""
    what, tag, *rest = arguments
    options: dict[str, str] = {}
    files = []
    while rest:
        argument = rest.pop(0)
        if argument.startswith("--"):
            options[argument] = "" if argument == "--yes" else rest.pop(0)
        else:
            files.append(Path(argument))
    assert options.pop("--repo") == f"{state['owner']}/{state['name']}"
    folder, releases = STATE.parent / "releases" / tag, state["releases"]
    if what != "create" and tag not in releases:
        sys.exit("release not found")
    if what == "view":
        assert options == {"--json": "isDraft", "--jq": ".isDraft"}
        return json.dumps(releases[tag]["isDraft"]) + "\n"
    if what == "download":
        place = Path(options["--dir"])
        place.mkdir(parents=True, exist_ok=True)
        assets = [path for path in folder.iterdir() if fnmatchcase(path.name, options["--pattern"])]
        if not assets:
            sys.exit("no assets match the file pattern")
        for path in assets:
            shutil.copy(path, place)
        return ""
    may_write("contents")
    if what == "delete":
        assert "--yes" in options, "asks, and nobody answers"
        shutil.rmtree(folder)
        del releases[tag]
        return ""
    assert what == "create"
    if tag in releases:
        sys.exit("HTTP 422: Validation Failed: Release.tag_name already exists")
    folder.mkdir(parents=True)
    for path in files:
        shutil.copy(path, folder)
    assert "--target" not in options, "naming a commit takes leave to change workflows where these differ"
    release = {"isDraft": False, "target": pushed("main"), "title": options["--title"], "notes": options["--notes"]}
    state["releases"][tag] = release
    return f"https://github.com/{state['owner']}/{state['name']}/releases/tag/{tag}\n"


def main(arguments: list[str]) -> None:
    """Answers one call."""
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.")
    state = json.loads(STATE.read_text(encoding="utf-8"))
    state["calls"].append(arguments)
    if arguments[:2] == ["auth", "setup-git"]:
        STATE.write_text(json.dumps(state), encoding="utf-8")
        return
    if arguments[0] == "release":
        output = released(arguments[1:], state)
        STATE.write_text(json.dumps(state), encoding="utf-8")
        sys.stdout.write(output)
        return
    assert arguments[0] == "api", arguments
    rest, fields, options, endpoint = arguments[1:], {}, {}, ""
    while rest:
        option = rest.pop(0)
        if option in ("--silent", "--paginate"):
            options[option] = ""
        elif option in ("--method", "--jq"):
            options[option] = rest.pop(0)
        elif option in ("--field", "--raw-field"):
            key, value = rest.pop(0).split("=", 1)
            is_file = option == "--field" and value.startswith("@")
            fields[key] = Path(value[1:]).read_bytes().decode("utf-8") if is_file else value
        else:
            assert not option.startswith("-"), option
            assert not endpoint, option
            endpoint = option
    path, _, query = endpoint.partition("?")
    method = options.get("--method", "POST" if fields else "GET")
    prefix = f"repos/{state['owner']}/{state['name']}/"
    assert path.startswith(prefix), path
    answer = answered(method, path.removeprefix(prefix), query, fields, state)
    STATE.write_text(json.dumps(state), encoding="utf-8")
    values = jq.compile(options["--jq"]).input_value(answer).all() if "--jq" in options else [answer] if "--silent" not in options else []
    sys.stdout.writelines((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


if __name__ == "__main__":
    main(sys.argv[1:])
