-- What is proven about ways in (ledger.protect): new columns of accounts, and passkeys, by which somebody could be impersonated.
select ledger.protect('identity.account', null, '{"password_hash": "a secret of its owner; that it was changed is an act"}');
select ledger.protect('identity.passkey', null, '{"counter": "moves with each use", "used_at": "moves with each use"}');
select ledger.leave_out('identity.session', 'of a day; what is done in it is an act');
select ledger.leave_out('identity.totp', 'a secret of its owner; that it was enrolled or removed is an act');
select ledger.leave_out('identity.recovery_code', 'a secret of its owner; that codes were made is an act');
select ledger.leave_out('identity.passkey_challenge', 'of some minutes; answered once');
