"""Flask extensions, created unbound; create_app binds them."""

from __future__ import annotations

from json import JSONDecodeError
from typing import Any, cast

from flask import Request
from flask_migrate import Migrate
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from flask_sock import Sock
from flask_sqlalchemy import SQLAlchemy
from marshmallow import Schema, fields
from sqlalchemy import MetaData, Table
from sqlalchemy.orm import DeclarativeBase
from webargs.flaskparser import FlaskParser


class Model(DeclarativeBase):
    """Base of every table. Constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Problem(Schema):
    """Every error: a stable code for machines, a French title for people, errors by field."""

    type = fields.String(required=True)
    code = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    request_id = fields.String(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))


class BodyParser(FlaskParser):
    """Reads JSON bodies; one that is too deep, or holds an absurd number, is not JSON either."""

    def _raw_load_json(self, req: Request) -> Any:
        try:
            return super()._raw_load_json(req)
        except UnicodeDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            raise JSONDecodeError("unreadable", "", 0) from error


class Blueprint(SmorestBlueprint):
    """A group of documented routes."""

    ARGUMENTS_PARSER = BodyParser()


class ProblemApi(Api):
    """An Api whose specification says that errors are problem+json (kernel/problems.py)."""

    ERROR_SCHEMA = Problem

    def _register_responses(self) -> None:
        self.DEFAULT_RESPONSE_CONTENT_TYPE = "application/problem+json"
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE  # answers that are not errors stay plain JSON


def table_of(model: type[Model]) -> Table:
    """Give the Core table of a model, for statements that build no object."""
    return cast(Table, model.__table__)


db = SQLAlchemy(model_class=Model)
api = ProblemApi()
migrate = Migrate()
sock = Sock()
