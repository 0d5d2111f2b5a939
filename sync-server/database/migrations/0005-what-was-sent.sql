-- What the device had sent with the edit. When its answer was lost, the device's next edit builds on this, not on
-- what the device last heard: whatever it says again was said already.
alter table edits_taken
  add column base_version bigint,
  add column sent json;
