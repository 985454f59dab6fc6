namespace EppClient.Xml.Patterns;

/// <summary>The code points from one to another, both included.</summary>
internal readonly record struct CodePointRange(int First, int Last);
