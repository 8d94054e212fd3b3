-- One index for each way in which a timeline is filtered, so that the newest entries of a kind or a channel are found
-- without looking at the others. The first one serves purchases too.
create index touchpoint_kind on touchpoint (customer_id, kind, occurred_at desc, id desc);
drop index touchpoint_purchase;
create index touchpoint_channel on touchpoint (customer_id, channel_kind, occurred_at desc, id desc)
  where channel_kind is not null;
