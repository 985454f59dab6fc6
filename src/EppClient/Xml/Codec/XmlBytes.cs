using System.Buffers;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>Classifies the bytes of a document in UTF-8.</summary>
internal static class XmlBytes
{
    /// <summary>White space.</summary>
    public static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Bytes that end a run of text or need further processing.</summary>
    public static readonly SearchValues<byte> InText = SearchValues.Create("<&]\r"u8);

    /// <summary>Bytes in an attribute's value that need further processing.</summary>
    public static readonly SearchValues<byte> InAttribute = SearchValues.Create("<&\t\n\r"u8);

    /// <summary>Bytes that end a name in a tag.</summary>
    public static readonly SearchValues<byte> EndOfName = SearchValues.Create(" \t\r\n<>/=&"u8);

    /// <summary>Control characters that XML does not allow anywhere.</summary>
    public static readonly SearchValues<byte> Forbidden = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0C, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F]);

    private static readonly Kind[] Kinds = [.. Enumerable.Range(0, 256).Select(byteValue => KindOf((byte)byteValue))];

    [Flags]
    private enum Kind : byte
    {
        Other = 0,
        Name = 1,
        NameStart = 2,
        Blank = 4,
    }

    public static bool IsBlank(byte byteValue) => (Kinds[byteValue] & Kind.Blank) != 0;

    /// <summary>Whether a name can contain the byte. For a byte beyond ASCII, the whole name must be examined.</summary>
    public static bool IsName(byte byteValue) => (Kinds[byteValue] & Kind.Name) != 0;

    /// <inheritdoc cref="IsName"/>
    public static bool IsNameStart(byte byteValue) => (Kinds[byteValue] & Kind.NameStart) != 0;

    private static Kind KindOf(byte byteValue) => byteValue switch
    {
        (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' => Kind.Blank,
        >= 0x80 => Kind.Name | Kind.NameStart,
        _ when XmlConvert.IsStartNCNameChar((char)byteValue) => Kind.Name | Kind.NameStart,
        _ when XmlConvert.IsNCNameChar((char)byteValue) => Kind.Name,
        _ => Kind.Other,
    };
}
