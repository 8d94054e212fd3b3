-- Who wants no more text messages from a number of ours (STOP), or wants them again (START); the last word counts.
create table sms_opt_out (
    channel text not null,
    handle text not null,
    stopped boolean not null,
    said_at timestamptz not null,
    primary key (channel, handle)
);
