"""Commands: `flask --app server …`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from marshmallow import Schema, ValidationError

from .config import Config
from .identity.invitation_card import link_of
from .identity.invitations import IssuedInvitation, issue_invitation
from .identity.operations import add_advisor, find_by_email
from .identity.schemas import TITLES, AdvisorDraft
from .kernel.database import read_only
from .kernel.errors import AppError, Invalid, Missing
from .kernel.policy import SYSTEM
from .kernel.schemas import first_error
from .kernel.strings import t
from .kernel.unit_of_work import unit_of_work
from .structures.operations import create_structure as open_structure
from .structures.schemas import StructureDraft

demo = AppGroup("demo", help="The demonstration's people and messages.")


def init_cli(app: Flask) -> None:
    """Attach our commands to the application."""
    app.cli.add_command(demo)
    app.cli.add_command(sync_doctor)
    app.cli.add_command(create_structure)
    app.cli.add_command(new_link)


@demo.command("fill")
def fill_demo() -> None:
    """Fill an empty database with the demo; does nothing when it is already there."""
    from .fixtures.demo import fill_demo as fill

    config: Config = current_app.config["PASSERELLE"]
    if config.is_demo:
        fill(size=config.demo, data_dir=config.data)


@click.command("sync-doctor")
def sync_doctor() -> None:
    """Compare the feed with the tables; report each difference and fail if there is one."""
    from .replication.doctor import differences

    with read_only() as session:
        found = list(differences(session))
    for line in found:
        click.echo(line)
    click.echo(f"differences={len(found)}")
    if found:
        raise SystemExit(1)


@click.command("create-structure")
@click.argument("name")
@click.option("--first-name", required=True)
@click.option("--last-name", required=True)
@click.option("--email", required=True)
@click.option("--title", type=click.Choice(TITLES), default=TITLES[0], show_default=True)
@click.option("--site", "sites", multiple=True, help="A place of the structure; may be repeated.")
@click.option("--time-zone", default="Europe/Paris", show_default=True)
def create_structure(
    name: str,
    first_name: str,
    last_name: str,
    email: str,
    title: str,
    sites: tuple[str, ...],
    time_zone: str,
) -> None:
    """Open a structure; print the one-time link of its first person, who supervises it."""
    draft = _checked(StructureDraft, name=name, sites=list(sites), time_zone=time_zone)
    person = _checked(
        AdvisorDraft, first_name=first_name, last_name=last_name, email=email, title=title
    )
    person.pop("site")
    with _said_plainly(), unit_of_work(by=SYSTEM) as uow:
        structure_id = open_structure(uow, **draft).id
        advisor = add_advisor(uow, structure_id=structure_id, is_supervisor=True, **person)
        issued = issue_invitation(uow, account=advisor.account, purpose="first")
    _hand_over(issued)


@click.command("new-link")
@click.argument("email")
def new_link(email: str) -> None:
    """Print a one-time link for an advisor who lost access; using it ends their old sessions."""
    with _said_plainly(), unit_of_work(by=SYSTEM) as uow:
        account = find_by_email(uow.session, email)
        if account is None or account.closed_at is not None:
            raise Missing()
        issued = issue_invitation(uow, account=account, purpose="again")
    _hand_over(issued)


def _checked(schema: type[Schema], **typed: object) -> dict[str, Any]:
    """Check what was typed as the form online would."""
    with _said_plainly():
        try:
            checked: dict[str, Any] = schema().load(typed)
        except ValidationError as error:
            raise Invalid(fields=first_error(error)) from error
    return checked


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Tell a refusal of the application in one sentence instead of a traceback."""
    try:
        yield
    except AppError as error:
        fields = "; ".join(f"{name}: {' '.join(said)}" for name, said in error.fields.items())
        raise click.ClickException(fields or t(f"error.{error.code}")) from error


def _hand_over(issued: IssuedInvitation) -> None:
    config: Config = current_app.config["PASSERELLE"]
    click.echo(link_of(issued, origin=config.origin))
    click.echo(t("cli.link.life"))
