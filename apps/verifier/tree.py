"""Merkle trees of RFC 9162 and checkpoints of C2SP."""

import base64
import hashlib

import ed25519


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


class Edge:
    """The right edge of a growing tree."""

    def __init__(self):
        self.size, self.roots = 0, []

    def add(self, leaf):
        rest = self.size
        while rest & 1:
            leaf, rest = node_hash(self.roots.pop(), leaf), rest >> 1
        self.roots.append(leaf)
        self.size += 1

    def root(self):
        if not self.roots:
            return sha256(b"")
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = node_hash(left, root)
        return root


def root_from_proof(leaf, position, size, proof):
    """The root that an inclusion proof leads to; None when it is too short or too long (RFC 9162, 2.1.3.2)."""
    index, last = position, size - 1
    for sibling in proof:
        if last == 0:
            return None
        if index & 1 or index == last:
            leaf = node_hash(sibling, leaf)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            leaf = node_hash(leaf, sibling)
        index, last = index >> 1, last >> 1
    return leaf if last == 0 else None


class VerifierKey:
    """`name+hash+base64`, as the sealer leaves it in verifier-key.txt."""

    def __init__(self, text):
        # Base64 may hold plus signs; name and hash never do.
        self.name, identity, encoded = text.strip().split("+", 2)
        self.identity, bytes_ = bytes.fromhex(identity), base64.b64decode(encoded)
        self.public_key = bytes_[1:]
        expected = sha256(self.name.encode() + b"\n" + bytes_)[:4]
        if bytes_[:1] != b"\x01" or len(self.public_key) != 32 or expected != self.identity:
            raise SystemExit("This is not an Ed25519 verifier key.")


    def open(self, note):
        """(size, root) of a checkpoint signed by this key, or None."""
        body, found, rest = note.partition("\n\n")
        lines = body.split("\n")
        if not found or len(lines) != 3 or lines[0] != self.name or not lines[1].isdigit():
            return None
        for line in rest.split("\n"):
            parts = line.split(" ")
            if len(parts) != 3 or parts[0] != "\u2014" or parts[1] != self.name:
                continue
            signature = base64.b64decode(parts[2])
            if signature[:4] == self.identity and ed25519.verifies(self.public_key, (body + "\n").encode(), signature[4:]):
                return int(lines[1]), base64.b64decode(lines[2])
        return None
