using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>
/// The schema violations that were found when one record was read. For generated code; applications use <see cref="EppContent.ReadDiagnostics"/>.
/// </summary>
/// <remarks>Immutable. All instances are equal, so that diagnostics do not affect the equality of records.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppReadNotes : IEquatable<EppReadNotes>
{
    private readonly string _path;

    internal EppReadNotes(string path, IReadOnlyList<EppReadDiagnostic> diagnostics)
    {
        _path = path;
        Diagnostics = diagnostics;
    }

    /// <summary>The violations in the record and its members.</summary>
    public IReadOnlyList<EppReadDiagnostic> Diagnostics { get; }

    /// <summary>Creates the error for a member without a value.</summary>
    /// <param name="notes">The violations; null for none.</param>
    /// <param name="member">The member, such as <c>DomainInfoResult.Name</c>.</param>
    /// <param name="part">Its path in the record's element, such as <c>crDate</c> or <c>@s</c>; empty for the element's text.</param>
    public static EppUnreadableMemberException Unreadable(EppReadNotes? notes, string member, string part) => new(member, notes?.Find(part));

    /// <summary>Returns the default value of an absent member; throws if the member is present but cannot be read.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <param name="notes">The violations; null for none.</param>
    /// <param name="member">The member.</param>
    /// <param name="part">Its path in the record's element.</param>
    /// <param name="value">The schema's default.</param>
    /// <exception cref="EppUnreadableMemberException">The member is present and cannot be read.</exception>
    public static T Default<T>(EppReadNotes? notes, string member, string part, T value) =>
        notes?.Find(part) is { } diagnostic ? throw new EppUnreadableMemberException(member, diagnostic) : value;

    /// <summary>The text that <c>ToString</c> shows for a member that may have no value.</summary>
    /// <param name="value">The value.</param>
    public static object Show(object? value) => value ?? "<unreadable>";

    /// <summary>The text that <c>ToString</c> shows for a member with a default value.</summary>
    /// <param name="notes">The violations; null for none.</param>
    /// <param name="part">Its path in the record's element.</param>
    /// <param name="value">The value; null if it is absent or unreadable.</param>
    /// <param name="otherwise">The schema's default.</param>
    public static object Show(EppReadNotes? notes, string part, object? value, object otherwise) => Show(value ?? (notes?.Find(part) is null ? otherwise : null));

    /// <inheritdoc/>
    public bool Equals(EppReadNotes? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EppReadNotes;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    private EppReadDiagnostic? Find(string part)
    {
        var path = part.Length == 0 ? _path : $"{_path}/{part}";
        foreach (var diagnostic in Diagnostics)
        {
            if (diagnostic.Fault is EppReadFault.Missing or EppReadFault.Unreadable && diagnostic.Path == path)
            {
                return diagnostic;
            }
        }

        return null;
    }
}
