"""What the tests of backups do again and again."""


def run(backups, **more):
    done = backups.begin(**more).finish()
    backups.note(done)
    return done


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def damage(path):
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
