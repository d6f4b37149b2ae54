/**
 * Proves caches: in folders, jars, zips and wheels, each is fresh by CPython's own rules and is the
 * compilation of its source; what cannot be checked is a finding.
 *
 * <p>{@link io.github.pycmaven.verify.Verifier} is the entry. {@code CacheCollector} walks a tree
 * as its {@link io.github.pycmaven.verify.Reader} will and sorts caches by sources, {@code
 * CaseVerifier} proves the caches of one source, {@code CodeComparison} compares code objects, and
 * {@code ArchiveDirectory} looks at what an archive says of its entries before it is opened as a
 * tree.
 */
package io.github.pycmaven.verify;
