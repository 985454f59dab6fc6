using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Protocol;
using EppClient.Testing.Server;
using EppClient.Testing.Validation;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>The server side of the registry: sessions, the schemas, and the codes that end a session.</summary>
internal sealed class DkEppService(DkRegistry registry, bool validates) : IEppService
{
    private static readonly DkResult NoCommand = new(2000, "No command specified");
    private static readonly DkResult UnknownCommand = new(2000, "Unknown command");
    private static readonly DkResult SyntaxError = new(2001, "Command syntax error");
    private static readonly DkResult ValueSyntaxError = new(2005, "Parameter value syntax error");
    private static readonly DkResult LoginFirst = new(2002, "You need to login first.");
    private static readonly DkResult RepeatedLogin = new(2002, "Repeated logins are not permitted.");
    private static readonly DkResult LoggedOut = new(1500, "User logged out. Closing Connection.");
    private static readonly DkResult InternalError = new(2400, "Internal error.");
    private static readonly EppSchemaSet NoSchemas = new([]);

    private readonly DkDialects _dialects = new(registry.Options);
    private readonly DkResponses _responses = new(registry);

    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken)
    {
        session.State = new DkSession(_dialects.For([]));
        return ValueTask.FromResult(new ServerReply(_responses.Greeting()));
    }

    public ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Handle(session, (DkSession)session.State!, request));

    private ServerReply Handle(ServerSession session, DkSession state, ReadOnlyMemory<byte> request)
    {
        ServerResponse response;
        try
        {
            var command = CommandReader.Read(request, state.Dialect, DkDialects.Schemas);
            if (command.Kind == ServerCommandKind.Hello)
            {
                return new ServerReply(_responses.Greeting());
            }

            response = Respond(session, state, command, request);
        }
        catch (EppProtocolException fault)
        {
            response = _responses.Plain(SyntaxError, TransactionOf(request, state.Dialect), Faults(request) is { Count: > 0 } faults ? faults : [fault.Message]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever the client's message was: a registry responds that the command failed, and continues.
            response = _responses.Plain(InternalError, TransactionOf(request, state.Dialect), [exception.GetType().Name]);
        }

        return Close(state, response);
    }

    private ServerResponse Respond(ServerSession session, DkSession state, ServerCommand command, ReadOnlyMemory<byte> request)
    {
        if (command.ClientTransactionId is { } id && ClientText.FaultOfId(id) is { } fault)
        {
            return _responses.Plain(SyntaxError, null, [fault]);
        }

        if (CheckKind(state, command) is { } refusal)
        {
            return _responses.Plain(refusal, command.ClientTransactionId);
        }

        if (validates && Faults(request) is { Count: > 0 } faults)
        {
            return _responses.Plain(SyntaxError, command.ClientTransactionId, faults);
        }

        return command.Kind switch
        {
            ServerCommandKind.Login => LogIn(session, state, command),
            ServerCommandKind.Logout => _responses.Plain(LoggedOut, command.ClientTransactionId),
            _ when registry.TakesFailure() => _responses.Plain(InternalError, command.ClientTransactionId),
            _ => _responses.Respond(
                registry.Execute(state.User!, command.ClientTransactionId, call => DkDispatcher.Dispatch(call, command)),
                command,
                state.Services),
        };
    }

    private DkResult? CheckKind(DkSession state, ServerCommand command) => command.Kind switch
    {
        ServerCommandKind.None => NoCommand,
        ServerCommandKind.Unknown => UnknownCommand,
        ServerCommandKind.Login => state.User is null ? _responses.Services.CheckLogin(command.Login!) : RepeatedLogin,
        _ when state.User is null => LoginFirst,
        ServerCommandKind.Protocol => DkResult.Unimplemented,
        ServerCommandKind.Object => _responses.Services.CheckCommand(command) ?? DkDispatcher.CheckObject(command),
        _ => null,
    };

    private ServerResponse LogIn(ServerSession session, DkSession state, ServerCommand command)
    {
        var login = command.Login!;
        var result = registry.RunExclusive(all => LoginHandler.Handle(all, login.User, login.Password, login.NewPassword));
        if (result.IsSuccess)
        {
            state.User = login.User;
            state.Services = login.Services;
            state.Dialect = _dialects.For(login.Services);
            session.StartLife();
        }

        return _responses.Plain(result, command.ClientTransactionId);
    }

    /// <summary>A session ends after three errors of one kind, at a shutdown, or with a response that ends it.</summary>
    private ServerReply Close(DkSession state, ServerResponse response)
    {
        var closesItself = response.Code is 1500 or 2500;
        var suffix = registry.IsShuttingDown ? DkClosing.Shutdown : null;
        if (state.CountsAsLast(response.Code))
        {
            suffix ??= DkClosing.TooManyErrors;
        }

        if (suffix is not null && !closesItself)
        {
            response = response with { Code = DkClosing.CodeOf(response.Code), Message = response.Message + suffix };
        }

        return new ServerReply(Write(response, state.Dialect), closesItself || suffix is not null);
    }

    /// <summary>A value that the client sent may be invalid in the element of the response.</summary>
    private ReadOnlyMemory<byte> Write(ServerResponse response, EppXmlDialect dialect)
    {
        try
        {
            return DkDates.WithFraction(ResponseWriter.Write(response, dialect));
        }
        catch (EppValidationException fault)
        {
            return ResponseWriter.Write(_responses.Plain(ValueSyntaxError, response.ClientTransactionId, [fault.Message]), dialect);
        }
    }

    private static IReadOnlyList<string> Faults(ReadOnlyMemory<byte> request) => EppSchemaValidator.For(DkSchemaProfile.Current).Validate(request);

    /// <summary>Gets the client's transaction id of a message whose object could not be read.</summary>
    private static string? TransactionOf(ReadOnlyMemory<byte> request, EppXmlDialect dialect)
    {
        try
        {
            return CommandReader.Read(request, dialect, NoSchemas).ClientTransactionId;
        }
        catch (EppProtocolException)
        {
            // Not well-formed: there is no transaction id to repeat.
            return null;
        }
    }
}
