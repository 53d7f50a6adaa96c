"""Passerelle's server. `create_app` binds everything; nothing else happens at import."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from .config import PRODUCT, Config, from_environment
from .extensions import api, db, migrate
from .kernel import live
from .kernel.database import engine_options, prepare
from .kernel.headers import init_headers
from .kernel.origin import init_origin
from .kernel.problems import init_problems


def create_app(config: Config | None = None) -> Flask:
    """Build the application for these settings, by default those of the environment."""
    config = config or from_environment()
    config.data.mkdir(parents=True, exist_ok=True)
    app = Flask(__name__, static_folder=None)
    app.config.update(_flask_settings(config))
    if config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=config.proxies, x_proto=config.proxies)  # type: ignore[method-assign]
    _bind(app)
    _open_doors(app, config)
    return app


def _flask_settings(config: Config) -> dict[str, object]:
    return {
        "PASSERELLE": config,
        "TESTING": config.test,
        "SQLALCHEMY_DATABASE_URI": config.database,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(config.database),
        "API_TITLE": PRODUCT,
        "API_VERSION": "1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/api",
        "OPENAPI_JSON_PATH": "openapi.json",
        "MAX_CONTENT_LENGTH": 1024 * 1024,
        # No cookie can have this name: flask-login must look at ours alone, never at its own.
        "REMEMBER_COOKIE_NAME": ";",
        "SOCK_SERVER_OPTIONS": {"max_message_size": 64 * 1024},
    }


def _bind(app: Flask) -> None:
    from .replication import registry

    db.init_app(app)
    migrate.init_app(app, db, directory=str(app.root_path) + "/migrations")
    api.init_app(app)
    registry.gather()
    with app.app_context():
        prepare(db.engine)


def _open_doors(app: Flask, config: Config) -> None:
    from . import cli, health, shell, testing
    from .caseloads import views as caseloads
    from .channel.hub import Hub
    from .channel.middleware import WithoutExtensions
    from .channel.route import init_channel
    from .identity import views as identity
    from .replication import views as replication

    init_problems(app)
    init_headers(app)
    init_origin(app)
    identity.init_identity(app)
    for blueprint in (identity.blueprint, caseloads.blueprint, replication.blueprint):
        api.register_blueprint(blueprint)
    if config.is_demo:
        api.register_blueprint(identity.demo_blueprint)
    if config.test:
        app.register_blueprint(testing.blueprint)
    hub = Hub(config.redis_url)
    live.plug(hub)
    init_channel(app, hub)
    app.wsgi_app = WithoutExtensions(app.wsgi_app)  # type: ignore[method-assign,assignment]
    cli.init_cli(app)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(shell.blueprint)
