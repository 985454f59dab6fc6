using System.Text;
using EppClient;
using EppClient.Commands;
using EppClient.Xml;

namespace EppConsole.Connecting;

/// <summary>Extensions from files, for those that no option of a verb supports. They are sent unchanged, after the extensions of the verb.</summary>
internal sealed class CommandExtensions
{
    private readonly IReadOnlyList<FileExtension> _extensions;

    private CommandExtensions(IReadOnlyList<FileExtension> extensions) => _extensions = extensions;

    /// <summary>Gets the namespaces of the extensions.</summary>
    public IEnumerable<string> NamespaceUris => _extensions.Select(extension => extension.NamespaceUri);

    /// <exception cref="UsageException">A file cannot be read, or is not an XML element.</exception>
    public static CommandExtensions Read(IReadOnlyList<string> files) => new([.. files.Select(ReadFile)]);

    /// <summary>Adds the extensions to a command.</summary>
    /// <exception cref="UsageException">The command has no extensions.</exception>
    public IEppCommand AddTo(IEppCommand command) => _extensions.Count == 0 ? command : command switch
    {
        DomainCheck check => check with { Extensions = [.. check.Extensions, .. _extensions] },
        DomainInfo info => info with { Extensions = [.. info.Extensions, .. _extensions] },
        DomainCreate create => create with { Extensions = [.. create.Extensions, .. _extensions] },
        DomainRenew renew => renew with { Extensions = [.. renew.Extensions, .. _extensions] },
        DomainUpdate update => update with { Extensions = [.. update.Extensions, .. _extensions] },
        DomainDelete delete => delete with { Extensions = [.. delete.Extensions, .. _extensions] },
        DomainTransfer transfer => transfer with { Extensions = [.. transfer.Extensions, .. _extensions] },
        ContactCheck check => check with { Extensions = [.. check.Extensions, .. _extensions] },
        ContactInfo info => info with { Extensions = [.. info.Extensions, .. _extensions] },
        ContactCreate create => create with { Extensions = [.. create.Extensions, .. _extensions] },
        ContactUpdate update => update with { Extensions = [.. update.Extensions, .. _extensions] },
        ContactDelete delete => delete with { Extensions = [.. delete.Extensions, .. _extensions] },
        ContactTransfer transfer => transfer with { Extensions = [.. transfer.Extensions, .. _extensions] },
        HostCheck check => check with { Extensions = [.. check.Extensions, .. _extensions] },
        HostInfo info => info with { Extensions = [.. info.Extensions, .. _extensions] },
        HostCreate create => create with { Extensions = [.. create.Extensions, .. _extensions] },
        HostUpdate update => update with { Extensions = [.. update.Extensions, .. _extensions] },
        HostDelete delete => delete with { Extensions = [.. delete.Extensions, .. _extensions] },
        _ => throw Refused(),
    };

    /// <exception cref="UsageException">There are extensions.</exception>
    public void RefuseAny()
    {
        if (_extensions.Count > 0)
        {
            throw Refused();
        }
    }

    private static UsageException Refused() => new("--extension: this verb does not support it. Write the whole command and send it with raw.");

    private static FileExtension ReadFile(string file)
    {
        try
        {
            return new FileExtension(EppRawElement.Parse(File.ReadAllText(file, Encoding.UTF8)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException or EppException)
        {
            throw new UsageException($"--extension {file}: {e.Message}", e);
        }
    }

    /// <summary>An element of a file as an extension of any command.</summary>
    private sealed class FileExtension(EppRawElement element) : IEppExtension<IEppCommand>
    {
        public string NamespaceUri => element.NamespaceUri;

        public string? ServiceUri => element.NamespaceUri;

        public void Write(EppXmlWriter writer) => writer.Raw(element);
    }
}
