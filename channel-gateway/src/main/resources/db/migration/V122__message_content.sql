-- What an answer is besides its text (an approved template, choices); null: nothing.
alter table message add column content jsonb;
-- A file that an agent has brought, until it goes out with a message.
alter table attachment alter column message_id drop not null;
