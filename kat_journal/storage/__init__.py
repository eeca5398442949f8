"""The vault: an encrypted folder, its keys and its tables. The only importer of sqlcipher3 and cryptography."""
