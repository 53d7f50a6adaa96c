"""Starts Firefox and stands between it and Playwright, for the one command this Firefox lacks.

Playwright always sends `emulation.setMediaFeaturesOverride` when it opens a context; Firefox ESR
does not know it. The bridge answers that command itself and passes everything else on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import signal
import sys
from functools import partial

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

_LISTENING = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
_UNKNOWN = "emulation.setMediaFeaturesOverride"
_NO_LIMIT = None


async def _relay(client: ServerConnection, address: str) -> None:
    path = client.request.path if client.request else ""
    async with connect(
        address + path, max_size=_NO_LIMIT, compression=None, ping_interval=None
    ) as firefox:

        async def to_firefox() -> None:
            async for message in client:
                command = json.loads(message)
                if command.get("method") == _UNKNOWN:
                    answer = {"type": "success", "id": command["id"], "result": {}}
                    await client.send(json.dumps(answer))
                else:
                    await firefox.send(message)

        async def to_client() -> None:
            async for message in firefox:
                await client.send(message)

        tasks = [asyncio.create_task(to_firefox()), asyncio.create_task(to_client())]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()


async def _main(command: list[str]) -> int:
    firefox = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    for asked in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(asked, _end, firefox)
    servers = []
    assert firefox.stderr is not None
    async for line in firefox.stderr:
        found = _LISTENING.search(line)
        if found:
            address = found[1].decode().rstrip("/")
            server = await serve(
                partial(_relay, address=address),
                "127.0.0.1",
                0,
                max_size=_NO_LIMIT,
                compression=None,
                ping_interval=None,
            )
            servers.append(server)
            port = server.sockets[0].getsockname()[1]
            line = f"WebDriver BiDi listening on ws://127.0.0.1:{port}\n".encode()
        sys.stderr.buffer.write(line)
        sys.stderr.buffer.flush()
    return await firefox.wait()


def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()


if __name__ == "__main__":
    sys.exit(asyncio.run(_main(sys.argv[1:])))
