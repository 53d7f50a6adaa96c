"""News between processes, over Redis publish/subscribe, one channel per person."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import gevent
import redis

log = logging.getLogger(__name__)
AGAIN_AFTER_SECONDS = 1.0


class Relay:
    """Publishes news and listens for those of the people connected to this process."""

    def __init__(self, url: str, hear: Callable[[str, dict[str, object]], None]) -> None:
        self._redis = redis.Redis.from_url(url, socket_connect_timeout=2)
        self._hear = hear
        self._followed: set[str] = set()
        self._pubsub: Any = None
        self._greenlet: gevent.Greenlet[[], None] | None = None

    def publish(self, user_id: str, message: str) -> None:
        """Tell every process; a lost Redis is logged and costs a delay."""
        try:
            self._redis.publish(f"u:{user_id}", message)
        except redis.RedisError:
            log.warning("redis does not answer: devices will pull by themselves")

    def follow(self, user_id: str) -> None:
        """Listen for the news of one more person."""
        self._followed.add(user_id)
        self._ensure_listening()
        if self._pubsub is not None:
            self._tell(self._pubsub.subscribe, f"u:{user_id}")

    def leave(self, user_id: str) -> None:
        """Stop listening for one person."""
        self._followed.discard(user_id)
        if self._pubsub is not None:
            self._tell(self._pubsub.unsubscribe, f"u:{user_id}")

    def _ensure_listening(self) -> None:
        if self._greenlet is None:
            self._greenlet = gevent.spawn(self._listen)

    def _tell(self, command: Callable[[str], object], channel: str) -> None:
        try:
            command(channel)
        except redis.RedisError:
            log.warning("redis does not answer; %s is subscribed again later", channel)

    def _listen(self) -> None:
        while True:
            try:
                self._listen_once()
            except (redis.RedisError, OSError):
                log.warning("redis lost; listening again")
            self._pubsub = None
            gevent.sleep(AGAIN_AFTER_SECONDS)

    def _listen_once(self) -> None:
        pubsub: Any = self._redis.pubsub(ignore_subscribe_messages=True)
        pubsub.subscribe("u:0", *(f"u:{user_id}" for user_id in self._followed))
        self._pubsub = pubsub
        while True:
            message = pubsub.get_message(timeout=5)
            if message is not None:
                user_id = message["channel"].decode().removeprefix("u:")
                self._hear(user_id, json.loads(message["data"]))
