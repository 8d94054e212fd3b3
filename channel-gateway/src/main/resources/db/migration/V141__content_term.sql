-- Messages whose words a provider's terms let us keep for a while only. A row lives until they are removed.
create table content_term (
    message_id uuid primary key references message on delete cascade,
    channel text not null,
    remove_at timestamptz not null
);
create index content_term_remove_at on content_term (remove_at);

-- Raw bodies under the same terms are not put into Kafka, which would keep them longer.
alter table ingress_blob add column remove_at timestamptz;
create index ingress_blob_remove_at on ingress_blob (remove_at) where remove_at is not null;
