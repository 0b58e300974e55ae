"""Tokens of RFC 3161: `openssl ts -verify` says whether one holds."""

import datetime
import os
import re
import subprocess
import tempfile


class Authority:
    """Certificates (PEM) that tokens must lead to."""

    def __init__(self, path):
        self.path = path
        try:
            subprocess.run(["openssl", "version"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SystemExit("--tsa needs openssl.") from error

    def time_of(self, token, data):
        """Microseconds since 1970 that a token says of `data`; None when it does not hold."""
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (("token", token), ("data", data)):
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(content)
            holds = _openssl(folder, "-verify", "-data", "data", "-in", "token", "-token_in", "-CAfile", os.path.abspath(self.path), "-attime", str(_seconds(folder)))
            return _micros(folder) if holds else None


def _openssl(folder, *call):
    done = subprocess.run(["openssl", "ts", *call], cwd=folder, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def _said(folder):
    """The time in the token, as openssl writes it."""
    text = _openssl(folder, "-reply", "-in", "token", "-token_in", "-text")
    found = re.search(r"^Time stamp: (\w+ +\d+ [\d:]+)(?:\.(\d+))? (\d+) GMT$", text, re.MULTILINE)
    if not found:
        return None
    moment = datetime.datetime.strptime(f"{found[1]} {found[3]} +0000", "%b %d %H:%M:%S %Y %z")
    return int(moment.timestamp()), int((found[2] or "0").ljust(6, "0")[:6])


def _seconds(folder):
    said = _said(folder)
    return said[0] if said else 0


def _micros(folder):
    said = _said(folder)
    return said[0] * 1_000_000 + said[1] if said else None
