-- A service may answer before it is done: routing-service ends the person's work first.
alter table erasure_part add column settled boolean not null default true;
