-- Drops the partitions of months that lie wholly before the month of the given day (UTC); how many that were. Whoever
-- reads meanwhile is not kept waiting for long: a partition that is in use stays until the next time.
create function drop_months(day date) returns bigint language plpgsql as $$
declare
    part    regclass;
    dropped bigint := 0;
begin
    perform pg_advisory_xact_lock(hashtext('create_month'));
    perform set_config('lock_timeout', '2s', true);
    for part in
        select i.inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent in ('event_log'::regclass, 'contact_fact'::regclass, 'offer_fact'::regclass)
          and c.relname ~ '_\d{4}_\d{2}$'
          and to_date(right(c.relname, 7), 'YYYY_MM') < date_trunc('month', day::timestamp)
        order by c.relname
    loop
        execute format('drop table %s', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

-- A contact may also start with the matter that a conversation turns out to be about.
drop index event_log_starts;
create index event_log_starts on event_log (at, conversation_id)
    where kind in ('conversation.opened', 'conversation.reopened', 'offer.made', 'issue.opened', 'issue.continued',
        'issue.reopened');
