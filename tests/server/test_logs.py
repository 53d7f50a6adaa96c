"""What goes wrong is logged without what people wrote."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.extensions import db
from server.kernel import problems


def test_an_error_of_the_database_never_repeats_what_was_being_written(app: Flask) -> None:
    with pytest.raises(SQLAlchemyError) as failure, db.engine.connect() as connection:
        connection.execute(text("SELECT nothing FROM message WHERE text = :w"), {"w": "Mes mots"})

    assert "Mes mots" not in str(failure.value)


def test_an_address_cannot_forge_a_line_of_the_log(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with app.test_request_context("/x%0Aforged"), caplog.at_level(logging.ERROR):
        problems._unexpected(RuntimeError())

    assert "\nforged" not in caplog.records[0].getMessage()
