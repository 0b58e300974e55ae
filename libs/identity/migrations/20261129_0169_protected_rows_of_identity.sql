-- What is proven about accounts (ledger.protect).
select ledger.protect('identity.account', null, '{"password_hash": "a secret of its owner; that it was changed is an act"}');
select ledger.leave_out('identity.demo_password', 'of the sample town only');
select ledger.leave_out('identity.session', 'of a day; what is done in it is an act');
select ledger.leave_out('identity.sign_in_failure', 'counters against guessing');
