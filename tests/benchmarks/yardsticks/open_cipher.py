"""Opens the same database by hand: one Argon2id, one key, the newest rows. Prints milliseconds.

open_cipher.py DATABASE KEY MEMORY_KIB ITERATIONS LANES
"""

import sys
import time

import sqlcipher3
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

ROWS = 50
NEWEST = (
    "SELECT newest.*, answer.text FROM (SELECT * FROM response ORDER BY started_at DESC, id DESC LIMIT ?) AS newest"
    " JOIN answer ON answer.response_id = newest.id"
)


def main() -> None:
    """Measure it once."""
    database, key, memory, iterations, lanes = sys.argv[1:]
    began = time.perf_counter()
    kdf = Argon2id(salt=bytes(16), length=32, iterations=int(iterations), lanes=int(lanes), memory_cost=int(memory))
    kdf.derive(b"copper lantern quiet meadow")
    connection = sqlcipher3.connect(database)
    connection.execute(f'PRAGMA key = "{key}"')
    rows = connection.execute(NEWEST, (ROWS,)).fetchall()
    took = time.perf_counter() - began
    connection.close()
    if len(rows) != ROWS:
        raise SystemExit("the yardstick has not the same rows")
    print(took * 1e3)


if __name__ == "__main__":
    main()
