-- Nothing is proven about notices.
select ledger.leave_out('notifications.notice', 'copies of news; the acts they tell of are proven');
