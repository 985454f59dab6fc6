namespace EppClient.Conformance.Canonical;

/// <summary>Something that was lost or changed on the way.</summary>
/// <param name="Element">The element in what was read.</param>
/// <param name="Path">The way to it, as element names.</param>
/// <param name="What">What happened to it.</param>
internal sealed record Difference(CanonicalElement Element, string Path, string What);
