"""Six learners on a real JupyterHub: each logs in, opens a lesson, trains, stops; and sees nothing of the others.

Called by hub.test.ts with the hub's address, the number of learners, the password and the folder of their homes. Prints one line of JSON with what was seen."""

import asyncio
import json
import pathlib
import re
import sys
import time
import uuid

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.httputil import url_concat
from tornado.websocket import websocket_connect

base, count, password, homes = sys.argv[1], int(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4])
names = ["ada", "ben", "cleo", "dan", "eva", "finn"][:count]
client = AsyncHTTPClient(max_clients=64)

training = """
import { disposeModel, evaluate, fit, loadMnist, mnistCnn, take, tf } from "convlab";
const digits = await loadMnist({ trainImages: 2_000, testImages: 500 });
const model = mnistCnn({ seed: 1 });
await fit(model, digits.train, { epochs: 1, seed: 1 });
const { accuracy } = await evaluate(model, digits.test);
console.log(`accuracy ${accuracy}`);
"""


class Learner:
    def __init__(self, name):
        self.name, self.cookies, self.times = name, {}, {}

    async def ask(self, path, method="GET", body=None, follow=False, ok=(200, 201, 202, 204, 302)):
        sent = self.cookies_for(path)
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in sent.items())}
        if "_xsrf" in sent:
            headers["X-XSRFToken"] = sent["_xsrf"]
        if isinstance(body, dict):
            headers["Content-Type"], body = "application/json", json.dumps(body)
        elif body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if method == "POST" and body is None:
            body = ""
        request = HTTPRequest(base + path, method, headers, body, follow_redirects=False, request_timeout=120)
        answer = await client.fetch(request, raise_error=False)
        for line in answer.headers.get_list("Set-Cookie"):
            key, value = line.split(";")[0].split("=", 1)
            place = re.search(r"path=([^;]*)", line, re.I)
            self.cookies[place[1] if place else "/", key] = value.strip('"')
        if follow and answer.code in (301, 302):
            return await self.ask(re.sub(r"^https?://[^/]+", "", answer.headers["Location"]), follow=True, ok=ok)
        if ok and answer.code not in ok:
            raise RuntimeError(f"{self.name}: {method} {path} answered {answer.code}: {answer.body[:200]}")
        return answer

    def cookies_for(self, path):
        fitting = sorted((place, key) for place, key in self.cookies if path.startswith(place))
        return {key: self.cookies[place, key] for place, key in fitting}

    async def log_in(self):
        await self.ask("/hub/login")
        token = self.cookies_for("/hub/login")["_xsrf"]
        await self.ask("/hub/login", "POST", f"username={self.name}&password={password}&_xsrf={token}")

    async def start(self):
        begun = time.monotonic()
        await self.ask(f"/hub/spawn/{self.name}", follow=False)
        while True:
            # A page, as a browser asks for it: on its way it gets the cookie of the learner's own server.
            answer = await self.ask(f"/user/{self.name}/lab", follow=True, ok=None)
            if answer.code == 200 and b"jupyter-config-data" in answer.body and b"jupyterlab" in answer.body.lower():
                break
            await asyncio.sleep(0.5)
        self.times["server"] = time.monotonic() - begun

    async def server(self, path, method="GET", body=None, ok=(200, 201, 204)):
        return await self.ask(f"/user/{self.name}/{path}", method, body, ok=ok)

    async def open_lesson(self):
        listed = json.loads((await self.server("api/contents/convlab")).body)["content"]
        lesson = next(entry for entry in listed if entry["name"].endswith("-mnist-cnn.ipynb"))
        opened = json.loads((await self.server(f"api/contents/{lesson['path']}")).body)
        body = {"kernel": {"name": "tslab"}, "name": "", "path": lesson["path"], "type": "notebook"}
        session = json.loads((await self.server("api/sessions", "POST", body)).body)
        self.kernel = session["kernel"]["id"]
        return len(opened["content"]["cells"])

    async def connect(self):
        address = f"{base.replace('http', 'ws')}/user/{self.name}/api/kernels/{self.kernel}/channels"
        sent = self.cookies_for(f"/user/{self.name}/")
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in sent.items())}
        self.socket = await websocket_connect(HTTPRequest(address, headers=headers))

    async def run(self, code, name):
        begun, said, message = time.monotonic(), "", uuid.uuid4().hex
        header = {"msg_id": message, "msg_type": "execute_request", "username": self.name, "session": "s", "version": "5.3"}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        await self.socket.write_message(
            json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"})
        )
        while True:
            got = json.loads(await asyncio.wait_for(self.socket.read_message(), 120))
            if got["parent_header"].get("msg_id") != message:
                continue
            if got["msg_type"] == "stream":
                said += got["content"]["text"]
            if got["msg_type"] == "error":
                said += "\n".join(got["content"]["traceback"])
            if got["msg_type"] == "status" and got["content"]["execution_state"] == "idle":
                self.times[name] = time.monotonic() - begun
                return said

    async def interrupt(self):
        loop = asyncio.ensure_future(self.run("while (true) {}", "stopped"))
        await asyncio.sleep(1.5)
        await self.server(f"api/kernels/{self.kernel}/interrupt", "POST")
        said = await asyncio.wait_for(loop, 60)
        return said

    async def reach(self, other):
        """What of another learner can be had: by the hub, by the file system, by the kernels' connection files."""
        answers = {}
        for what, path in {"page": "lab", "files": "api/contents", "kernels": "api/kernels"}.items():
            answers[what] = (await self.ask(f"/user/{other.name}/{path}", ok=None)).code
        code = f"""
import {{ readdirSync, readFileSync }} from "node:fs";
const attempt = (what: string, act: () => unknown) => {{
  try {{ console.log(what, "open", String(act()).slice(0, 80)); }} catch (error) {{ console.log(what, (error as NodeJS.ErrnoException).code); }}
}};
const home = process.env.HOME!.replace(/{self.name}$/, "{other.name}");
attempt("home", () => readdirSync(home));
attempt("lesson", () => readFileSync(`${{home}}/convlab/welcome.md`));
attempt("runtime", () => readdirSync(`${{home}}/.kernels`));
attempt("environment", () => readFileSync("/proc/{other.process}/environ"));
attempt("own", () => readdirSync(process.env.HOME!).length);
"""
        answers["cell"] = (await self.run(code, "reach")).splitlines()
        return answers


async def main():
    await wait_for_hub()
    learners = [Learner(name) for name in names]
    await asyncio.gather(*(one.log_in() for one in learners))
    await asyncio.gather(*(one.start() for one in learners))
    cells = await asyncio.gather(*(one.open_lesson() for one in learners))
    await asyncio.gather(*(one.connect() for one in learners))
    processes = await asyncio.gather(*(one.run("console.log(process.pid, process.getuid!())", "first") for one in learners))
    for one, said in zip(learners, processes):
        one.process = said.split()[0]
    imports = 'import { tf } from "convlab";\nconsole.log(tf.version.tfjs);'
    await asyncio.gather(*(one.run(imports, "import") for one in learners))
    trained = await asyncio.gather(*(one.run(training, "training") for one in learners))
    again = await asyncio.gather(*(one.run("console.log(await evaluate(model, digits.test).then((r) => r.accuracy))", "again") for one in learners))
    stopped = await asyncio.gather(*(one.interrupt() for one in learners))
    after = await asyncio.gather(*(one.run("console.log(digits.train.count)", "after") for one in learners))
    reached = await asyncio.gather(*(one.reach(learners[(i + 1) % len(learners)]) for i, one in enumerate(learners)))
    heard, modes = listening(), kernel_files()
    for one in learners:
        one.socket.close()
    # The first stops their server; the others leave, and are ended after a while.
    await learners[0].ask(f"/hub/api/users/{names[0]}/server", "DELETE")
    left = time.monotonic()
    while await running(learners[0]):
        if time.monotonic() - left > 90:
            break
        await asyncio.sleep(1)
    stayed = [await running(one) for one in learners]
    while any([await running(one) for one in learners]) and time.monotonic() - left < 120:
        await asyncio.sleep(2)
    ended = time.monotonic() - left if not any([await running(one) for one in learners]) else None
    print(
        json.dumps(
            {
                "cells": cells,
                "numbers": [said.split()[1] for said in processes],
                "processes": [int(one.process) for one in learners],
                "trained": trained,
                "again": again,
                "stopped": stopped,
                "after": after,
                "reached": reached,
                "listening": heard,
                "modes": modes,
                "stayed": stayed,
                "ended": ended,
                "times": {one.name: {key: round(value, 2) for key, value in one.times.items()} for one in learners},
            }
        )
    )


def listening():
    """What listens on this machine for learners: the system's own table of address and port, and the user's number."""
    lines = [line.split() for table in ("tcp", "tcp6") for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    return [{"address": line[1].split(":")[0], "uid": int(line[7])} for line in lines if line[3] == "0A" and int(line[7]) > 20_000]


def kernel_files():
    """The modes of all that lies where kernels and servers meet, and of these folders."""
    files = [path for home in homes.iterdir() for path in [home / ".kernels", *(home / ".kernels").iterdir()]]
    return {str(path.relative_to(homes)): path.stat().st_mode & 0o777 for path in files}


async def running(learner):
    """Whether the hub knows of a server of theirs; asked as the learner, who may see their own only."""
    answer = await learner.ask(f"/hub/api/users/{learner.name}", ok=None)
    return json.loads(answer.body).get("server") is not None


async def wait_for_hub():
    for _ in range(240):
        try:
            if (await client.fetch(f"{base}/hub/health")).code == 200:
                return
        except (HTTPClientError, OSError):
            pass
        await asyncio.sleep(0.25)
    raise RuntimeError("the hub did not come up")


asyncio.run(main())
