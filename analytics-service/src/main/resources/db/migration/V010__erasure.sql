-- Erased customers: in the figures somebody stays whom nothing leads to. The old id is known as long as late events may
-- name it.
create table erased_customer (
    customer_id uuid primary key,
    pseudonym uuid not null,
    erased_at timestamptz not null
);
create index erased_customer_at on erased_customer (erased_at);
create index event_log_customer on event_log (customer_id) where customer_id is not null;
create index contact_fact_customer on contact_fact (customer_id) where customer_id is not null;
create index issue_fact_customer on issue_fact (customer_id);
