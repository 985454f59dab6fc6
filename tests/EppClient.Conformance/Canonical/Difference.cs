namespace EppClient.Conformance.Canonical;

/// <summary>A loss or change in the round trip.</summary>
/// <param name="Element">The element that was read.</param>
/// <param name="Path">The path to it, as element names.</param>
/// <param name="What">The description of the difference.</param>
internal sealed record Difference(CanonicalElement Element, string Path, string What);
