-- What every service has: events on their way out, events taken in, answers remembered.
create table outbox (id uuid primary key, seq bigint generated always as identity, slot smallint not null, aggregatetype text not null, aggregateid uuid not null, type text not null, payload text not null, traceparent text, occurred_at timestamptz not null, created_at timestamptz not null default now());
create index outbox_slot_seq on outbox (slot, seq);
create table inbox (consumer text not null, event_id uuid not null, seen_at timestamptz not null default now(), primary key (consumer, event_id));
create index inbox_seen_at on inbox using brin (seen_at);
create table idempotency_key (caller text not null, key text not null, request_hash text not null, response jsonb not null, created_at timestamptz not null default now(), primary key (caller, key));

-- The event log: every event of the platform under pseudonyms, for ever. Ids, kinds, times and numbers; no text, no
-- address, no name. All figures can be made again from it.
create table event_log (
    event_id        uuid not null,
    kind            text not null,
    at              timestamptz not null,
    conversation_id uuid,
    customer_id     uuid,
    issue_id        uuid,
    message_id      uuid,
    offer_id        uuid,
    work_item_id    uuid,
    touchpoint_id   uuid,
    agent_id        uuid,
    channel         text,
    channel_kind    text,
    queue           text,
    author          text,
    reason          text,
    automatic       boolean not null,
    first_contact   boolean not null,
    seconds         double precision,
    logged_at       timestamptz not null default now(),
    primary key (event_id, at)
) partition by range (at);

-- An ordinary message is in the primary key and in the first of these, nowhere else: it is nine tenths of the traffic.
create index event_log_messages on event_log (at, event_id) include (kind, automatic)
    where kind in ('conversation.message-received', 'conversation.message-sent');
create index event_log_conversation on event_log (conversation_id)
    where (kind <> 'conversation.message-received' or automatic) and kind <> 'conversation.delivery-changed';
create index event_log_issue on event_log (issue_id)
    where kind in ('issue.opened', 'issue.continued', 'issue.resolved', 'issue.reopened');
create index event_log_starts on event_log (at, conversation_id)
    where kind in ('conversation.opened', 'conversation.reopened', 'offer.made');
create index event_log_issues_at on event_log (at, issue_id) where kind in ('issue.opened', 'issue.resolved');

-- A message's row in the log is its fact: nothing has to be derived.
create view message_fact as
    select message_id, conversation_id, kind = 'conversation.message-sent' as sent, at, channel, channel_kind, author, automatic
    from event_log
    where kind in ('conversation.message-received', 'conversation.message-sent');

-- A customer opened a conversation or came back to it; the id is that of the event that told it.
create table contact_fact (
    contact_id      uuid not null,
    conversation_id uuid not null,
    customer_id     uuid,
    reopened        boolean not null,
    channel         text not null,
    channel_kind    text not null,
    started_at      timestamptz not null,
    answered_at     timestamptz,
    assigned_at     timestamptz,
    settled_at      timestamptz,
    automatic       boolean not null,
    primary key (contact_id, started_at)
) partition by range (started_at);
create index contact_fact_started on contact_fact (started_at, contact_id);
create index contact_fact_conversation on contact_fact (conversation_id);

create table offer_fact (
    offer_id        uuid not null,
    conversation_id uuid,
    agent_id        uuid,
    queue           text,
    made_at         timestamptz not null,
    outcome         text,
    ended_at        timestamptz,
    primary key (offer_id, made_at)
) partition by range (made_at);
create index offer_fact_made on offer_fact (made_at);

create table issue_fact (
    issue_id    uuid primary key,
    customer_id uuid not null,
    opened_at   timestamptz
);
create index issue_fact_opened on issue_fact (opened_at);

-- A resolution holds until the customer comes back to the matter.
create table resolution_fact (
    resolution_id uuid primary key,
    issue_id      uuid not null,
    resolved_at   timestamptz not null,
    undone_at     timestamptz,
    first_contact boolean not null
);
create index resolution_fact_resolved on resolution_fact (resolved_at);
create index resolution_fact_issue on resolution_fact (issue_id);

-- What no month has a partition for, far past and far future, comes here and moves when its month is created.
create table event_log_rest partition of event_log default;
create table contact_fact_rest partition of contact_fact default;
create table offer_fact_rest partition of offer_fact default;

-- Creates the partition of a month (UTC) unless it is there; true when it has. Callers may come at the same time.
create function create_month(parent text, clock_column text, month date) returns boolean language plpgsql as $$
declare
    part  text := parent || to_char(month, '_YYYY_MM');
    first timestamptz := month::timestamp at time zone 'UTC';
    next  timestamptz := (month + interval '1 month') at time zone 'UTC';
begin
    perform pg_advisory_xact_lock(hashtext('create_month'));
    if to_regclass(part) is not null then
        return false;
    end if;
    execute format('create table %I (like %I including defaults)', part, parent);
    execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
        parent || '_rest', clock_column, first, clock_column, next, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, first, next);
    return true;
end
$$;

-- Creates what is missing from the month of the given day on.
create function create_months(day date, ahead int) returns bigint language sql as $$
    select count(*) filter (where create_month(parent, clock_column, (date_trunc('month', day::timestamp) + make_interval(months => n))::date))
    from generate_series(0, ahead) as n,
         (values ('event_log', 'at'), ('contact_fact', 'started_at'), ('offer_fact', 'made_at')) as t(parent, clock_column);
$$;

select create_months((now() at time zone 'UTC')::date, 3);
