namespace System.Runtime.CompilerServices;

/// <summary>Required for init accessors; netstandard2.0 does not have it.</summary>
internal static class IsExternalInit
{
}
