FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/PerfEval.Rules.Server -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY rubrics rubrics
RUN mkdir data && chown $APP_UID data
VOLUME /app/data
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s CMD ["dotnet", "PerfEval.Rules.Server.dll", "--check-health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "PerfEval.Rules.Server.dll"]
