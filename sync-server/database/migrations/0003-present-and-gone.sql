-- What a scope shows, and what it once showed, are read apart: a first reading and the checksums pass over
-- history, which is most of the table after some years.
create index visibility_present on visibility (company_id, collection, scope, version) where not gone;
create index visibility_gone on visibility (company_id, collection, scope, version) where gone;
drop index visibility_by_version;
