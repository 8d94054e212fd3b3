-- Parts of a message that are through already, while the rest still has to go out.
create table sent_part (
    message_id uuid not null references message on delete cascade,
    part integer not null,
    provider_id text not null,
    primary key (message_id, part)
);
