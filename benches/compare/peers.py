"""Our made-up programme as a site of another generator: the same items with the same texts. It reads
no YAML: what `benches/site/generate.rs` writes has a known form, and its lines stay as they are."""

import os
import re
import shutil

HERE = os.path.dirname(os.path.abspath(__file__))

# Keys of ours that are one of Hugo's own, or whose form another generator cannot read.
OWN = {"title", "description", "start", "end", "within", "time", "timezone", "kind", "published", "date", "languages"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def blocks(yaml):
    """The keys of a file with the lines of each."""
    found = {}
    for line in yaml.splitlines():
        key = re.match(r"([a-z_]+):", line)
        if key:
            name = key[1]
            found[name] = []
        found[name].append(line)
    return found


def german(lines):
    """The text of a key, of a map of languages the German one."""
    text = " ".join(lines).split(":", 1)[1].strip()
    inner = re.match(r'\{de: "(.*?)"[,}]', text)
    return inner[1] if inner else text.removeprefix(">-").strip()


def links(markdown):
    """Paths of files as paths of the site."""
    def path(match):
        folder, name, anchor = match[1], match[2], match[3] or ""
        words = {"events": "/veranstaltungen/", "press": "/presse/", "pages": "/"}
        return f"]({words[folder]}{name}/{anchor})"
    markdown = re.sub(r"\]\(\.\./(events|press|pages)/([^)#]*?)\.(?:yaml|md)(#[^)]*)?\)", path, markdown)
    return re.sub(r"\]\((\d[^)#/]*?)\.md(#[^)]*)?\)", lambda m: f"](/presse/{m[1]}/{m[2] or ''})", markdown)


def seconds(time):
    """A time as Hugo reads it."""
    return time + ":00" if "T" in time else time


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def event(yaml, countries_of):
    keys = blocks(yaml)
    value = lambda key: keys[key][0].split(":", 1)[1].strip() if key in keys else ""
    start = value("start") or value("within").split("/")[0]
    end = value("end") or value("within").split("/")[-1]
    start, end, published = map(seconds, (start, end, value("published")))
    body = "\n".join(line[4:] for line in keys["description"][2:])
    front = [f"title: {quoted(german(keys['title']))}", f"date: {start}", f"publishDate: {published}"]
    front += [f"type_of: {value('kind')}", f"timed: {str('T' in start).lower()}"]
    front += [f"last: {end}"] if end else []
    front += [f"summary: {quoted(german(keys['summary']))}"]
    visits = re.findall(r"besuch-\d+", value("delegations"))
    if visits and "countries" not in keys:
        front.append(f"countries: [{', '.join(countries_of[visits[0]])}]")
    for key, lines in keys.items():
        if key not in OWN and key != "summary":
            front += lines
    return "---\n" + "\n".join(front) + "\n---\n" + links(body) + "\n"


def release(text):
    _, front, body = text.split("---\n", 2)
    keys = blocks(front)
    lead = " ".join(" ".join(keys["lead"][1:]).split())
    keys["date"] = [f"date: {seconds(keys['date'][0].split(':', 1)[1].strip())}"]
    kept = [line for key, lines in keys.items() if key not in ("title", "lead", "events") for line in lines]
    meetings = ", ".join(re.findall(r"treffen-\d+", " ".join(keys.get("events", []))))
    title = quoted(german(keys["title"]))
    front = [f"title: {title}", f"lead: {quoted(lead)}", f"meetings: [{meetings}]", *kept]
    return "---\n" + "\n".join(front) + "\n---\n" + links(body)


def hugo(ours, root):
    """Writes the site for Hugo beside its layouts."""
    shutil.copytree(f"{HERE}/hugo", root)
    content = f"{ours}/content"
    countries_of = {}
    for name in os.listdir(f"{content}/delegations"):
        keys = blocks(read(f"{content}/delegations/{name}"))
        countries_of[name[:-5]] = re.findall(r"[A-Z]{2}", " ".join(keys["countries"]))
        body = "\n".join(line[4:] for line in keys["description"][2:])
        title = quoted(german(keys["title"]))
        write(f"{root}/content/delegations/{name[:-5]}/_index.md", f"---\ntitle: {title}\n---\n{body}\n")
    for name in os.listdir(f"{content}/events"):
        text = event(read(f"{content}/events/{name}"), countries_of)
        write(f"{root}/content/events/{name[:-5]}.md", text)
    write(f"{root}/content/events/_index.md", "---\ntitle: Veranstaltungen\ncascade: {outputs: [HTML, Calendar]}\n---\n")
    for name in os.listdir(f"{content}/press"):
        write(f"{root}/content/press/{name}", release(read(f"{content}/press/{name}")))
    for name in os.listdir(f"{content}/pages"):
        _, front, body = read(f"{content}/pages/{name}").split("---\n", 2)
        write(f"{root}/content/{name}", f"---\n{front.replace('type:', 'sort:')}---\n{links(body)}")
    for name in ["contacts", "organisations"]:
        shutil.copy(f"{content}/{name}.yaml", makedirs(f"{root}/data"))
    texts = re.sub(r'\{de: "(.*?)".*\}', lambda m: quoted(m[1]), read(f"{content}/venues.yaml"))
    write(f"{root}/data/venues.yaml", texts)


def makedirs(path):
    os.makedirs(path, exist_ok=True)
    return path
