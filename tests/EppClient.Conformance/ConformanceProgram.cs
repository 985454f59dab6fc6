using EppClient.Conformance.Generation;
using EppClient.Conformance.Messages;

namespace EppClient.Conformance;

/// <summary>Compiles a registry's schemas like a project, and reads and writes messages with the generated types.</summary>
internal static class ConformanceProgram
{
    private const int AllWell = 0;
    private const int SomethingIsNot = 1;
    private const int WrongUsage = 2;

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        CommandLine command;
        IReadOnlyList<SchemaFile> schemas;
        try
        {
            command = CommandLine.Parse(arguments);
            if (command.WantsHelp)
            {
                output.WriteLine(CommandLine.Help);
                return AllWell;
            }

            schemas = SchemaFile.ReadAll(command.Schemas);
        }
        catch (UsageException e)
        {
            errors.WriteLine($"{e.Message}\n\n{CommandLine.Help}");
            return WrongUsage;
        }

        var report = new Report(output);
        Check(schemas, command, report);
        report.WriteSummary();
        return report.IsClean ? AllWell : SomethingIsNot;
    }

    private static void Check(IReadOnlyList<SchemaFile> schemas, CommandLine command, Report report)
    {
        var messages = MessageFiles.Find(command.Messages);
        report.AddEmptyFolders(command.Schemas, schemas.Select(s => s.Path));
        report.AddEmptyFolders(command.Messages, messages);
        var bundled = BundledSchemas.NeededBy(schemas, NamespacesIn.Files(messages));
        var generated = GeneratedCode.Of(schemas, bundled, command.EmitsAll);
        report.Add(schemas, generated);
        if (messages.Count > 0)
        {
            report.Add(MessageCheck.All(messages, generated));
        }
    }
}
