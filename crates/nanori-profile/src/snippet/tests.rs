use insta::assert_snapshot;
use nanori_identity::{RoleArn, SessionDuration};

use super::{Language, Snippet, literal};

fn emit(language: Language, full: bool) -> String {
    let role: RoleArn = "arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role".parse().unwrap();
    let external_id = "partner:42".parse().unwrap();
    let mfa_serial = "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap();
    let snippet = Snippet {
        role_arn: &role,
        session_name: &"work_api".parse().unwrap(),
        region: &"eu-west-1".parse().unwrap(),
        external_id: full.then_some(&external_id),
        mfa_serial: (full && language != Language::Terraform).then_some(&mfa_serial),
        duration: full.then_some(SessionDuration::DEFAULT),
    };
    snippet.emit(language).unwrap()
}

#[test]
fn the_shortest() {
    let all: Vec<_> =
        Language::ALL.map(|language| format!("== {}\n{}", language.as_str(), emit(language, false))).into();
    assert_snapshot!(all.concat(), @r#"
    == javascript
    import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
    import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";

    const region = "eu-west-1";
    const credentials = fromTemporaryCredentials({
      params: {
        RoleArn: "arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role",
        RoleSessionName: "work_api",
      },
      clientConfig: { region },
    });

    const sts = new STSClient({ region, credentials });
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    console.log(Arn);
    == python
    import boto3

    region = "eu-west-1"
    credentials = boto3.client("sts", region_name=region).assume_role(
        RoleArn="arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role",
        RoleSessionName="work_api",
    )["Credentials"]

    session = boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
        region_name=region,
    )
    print(session.client("sts").get_caller_identity()["Arn"])
    == go
    package main

    import (
    	"context"
    	"fmt"
    	"log"

    	"github.com/aws/aws-sdk-go-v2/aws"
    	"github.com/aws/aws-sdk-go-v2/config"
    	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
    	"github.com/aws/aws-sdk-go-v2/service/sts"
    )

    func main() {
    	ctx := context.Background()
    	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"))
    	if err != nil {
    		log.Fatal(err)
    	}
    	role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role", func(o *stscreds.AssumeRoleOptions) {
    		o.RoleSessionName = "work_api"
    	})
    	cfg.Credentials = aws.NewCredentialsCache(role)

    	identity, err := sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
    	if err != nil {
    		log.Fatal(err)
    	}
    	fmt.Println(*identity.Arn)
    }
    == rust
    use aws_config::{BehaviorVersion, Region, sts::AssumeRoleProvider};

    #[tokio::main]
    async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let role = AssumeRoleProvider::builder("arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role")
            .session_name("work_api")
            .region(Region::new("eu-west-1"))
            .build()
            .await;
        let config = aws_config::defaults(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(role)
            .load()
            .await;

        let identity = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await?;
        println!("{}", identity.arn().unwrap_or_default());
        Ok(())
    }
    == java
    import software.amazon.awssdk.regions.Region;
    import software.amazon.awssdk.services.sts.StsClient;
    import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

    public class WhoAmI {
        public static void main(String[] args) {
            Region region = Region.of("eu-west-1");
            try (StsClient own = StsClient.builder().region(region).build();
                 StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                         .stsClient(own)
                         .refreshRequest(request -> request
                                 .roleArn("arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role")
                                 .roleSessionName("work_api"))
                         .build();
                 StsClient sts = StsClient.builder().region(region).credentialsProvider(role).build()) {
                System.out.println(sts.getCallerIdentity().arn());
            }
        }
    }
    == terraform
    terraform {
      required_providers {
        aws = {
          source = "hashicorp/aws"
        }
      }
    }

    provider "aws" {
      region = "eu-west-1"

      assume_role {
        role_arn     = "arn:aws:iam::222222222222:role/a\"b\\c$${d}/admin_role"
        session_name = "work_api"
      }
    }

    data "aws_caller_identity" "current" {}

    output "arn" {
      value = data.aws_caller_identity.current.arn
    }
    "#);
}

#[test]
fn with_everything() {
    let all: Vec<_> =
        Language::ALL.map(|language| format!("== {}\n{}", language.as_str(), emit(language, true))).into();
    assert_snapshot!(all.concat(), @r#"
    == javascript
    import { createInterface } from "node:readline/promises";

    import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
    import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";

    const region = "eu-west-1";
    const credentials = fromTemporaryCredentials({
      params: {
        RoleArn: "arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role",
        RoleSessionName: "work_api",
        ExternalId: "partner:42",
        DurationSeconds: 3600,
        SerialNumber: "arn:aws:iam::111111111111:mfa/work_api",
      },
      mfaCodeProvider: async (serial) => {
        const terminal = createInterface({ input: process.stdin, output: process.stderr });
        const code = await terminal.question(`MFA code of ${serial}: `);
        terminal.close();
        return code;
      },
      clientConfig: { region },
    });

    const sts = new STSClient({ region, credentials });
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    console.log(Arn);
    == python
    import boto3

    region = "eu-west-1"
    credentials = boto3.client("sts", region_name=region).assume_role(
        RoleArn="arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role",
        RoleSessionName="work_api",
        ExternalId="partner:42",
        DurationSeconds=3600,
        SerialNumber="arn:aws:iam::111111111111:mfa/work_api",
        TokenCode=input("MFA code: "),
    )["Credentials"]

    session = boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
        region_name=region,
    )
    print(session.client("sts").get_caller_identity()["Arn"])
    == go
    package main

    import (
    	"context"
    	"fmt"
    	"log"
    	"time"

    	"github.com/aws/aws-sdk-go-v2/aws"
    	"github.com/aws/aws-sdk-go-v2/config"
    	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
    	"github.com/aws/aws-sdk-go-v2/service/sts"
    )

    func main() {
    	ctx := context.Background()
    	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"))
    	if err != nil {
    		log.Fatal(err)
    	}
    	role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role", func(o *stscreds.AssumeRoleOptions) {
    		o.RoleSessionName = "work_api"
    		o.ExternalID = aws.String("partner:42")
    		o.Duration = 3600 * time.Second
    		o.SerialNumber = aws.String("arn:aws:iam::111111111111:mfa/work_api")
    		o.TokenProvider = stscreds.StdinTokenProvider
    	})
    	cfg.Credentials = aws.NewCredentialsCache(role)

    	identity, err := sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
    	if err != nil {
    		log.Fatal(err)
    	}
    	fmt.Println(*identity.Arn)
    }
    == rust
    use aws_config::{BehaviorVersion, Region};
    use aws_sdk_sts::config::Credentials;

    #[tokio::main]
    async fn main() -> Result<(), Box<dyn std::error::Error>> {
        eprint!("MFA code: ");
        let mut code = String::new();
        std::io::stdin().read_line(&mut code)?;

        let own = aws_config::defaults(BehaviorVersion::latest()).region(Region::new("eu-west-1")).load().await;
        let answer = aws_sdk_sts::Client::new(&own)
            .assume_role()
            .role_arn("arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role")
            .role_session_name("work_api")
            .external_id("partner:42")
            .duration_seconds(3600)
            .serial_number("arn:aws:iam::111111111111:mfa/work_api")
            .token_code(code.trim())
            .send()
            .await?;
        let keys = answer.credentials().ok_or("no credentials in the answer")?;
        let role = Credentials::new(
            keys.access_key_id(),
            keys.secret_access_key(),
            Some(keys.session_token().to_owned()),
            Some((*keys.expiration()).try_into()?),
            "assume-role",
        );
        let config = own.to_builder().credentials_provider(aws_sdk_sts::config::SharedCredentialsProvider::new(role)).build();

        let identity = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await?;
        println!("{}", identity.arn().unwrap_or_default());
        Ok(())
    }
    == java
    import software.amazon.awssdk.regions.Region;
    import software.amazon.awssdk.services.sts.StsClient;
    import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

    public class WhoAmI {
        public static void main(String[] args) {
            Region region = Region.of("eu-west-1");
            try (StsClient own = StsClient.builder().region(region).build();
                 StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                         .stsClient(own)
                         .refreshRequest(request -> request
                                 .roleArn("arn:aws:iam::222222222222:role/a\"b\\c${d}/admin_role")
                                 .roleSessionName("work_api")
                                 .externalId("partner:42")
                                 .durationSeconds(3600)
                                 .serialNumber("arn:aws:iam::111111111111:mfa/work_api")
                                 .tokenCode(System.console().readLine("MFA code: ")))
                         .build();
                 StsClient sts = StsClient.builder().region(region).credentialsProvider(role).build()) {
                System.out.println(sts.getCallerIdentity().arn());
            }
        }
    }
    == terraform
    terraform {
      required_providers {
        aws = {
          source = "hashicorp/aws"
        }
      }
    }

    provider "aws" {
      region = "eu-west-1"

      assume_role {
        role_arn     = "arn:aws:iam::222222222222:role/a\"b\\c$${d}/admin_role"
        session_name = "work_api"
        external_id  = "partner:42"
        duration     = "3600s"
      }
    }

    data "aws_caller_identity" "current" {}

    output "arn" {
      value = data.aws_caller_identity.current.arn
    }
    "#);
}

#[test]
fn literals() {
    assert_eq!(literal(r#"a"b\c"#), r#""a\"b\\c""#);
}
