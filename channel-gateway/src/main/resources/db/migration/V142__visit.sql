-- Who went to meet somebody that had come, and when. The announcement itself is a message.
create table visit_acknowledgement (
    message_id uuid primary key references message on delete cascade,
    acknowledged_at timestamptz not null,
    by_id text not null,
    by_name text not null
);
