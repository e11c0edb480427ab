# Koers: two commands for a fresh machine.
#   make report   set up, build, run the member survey on the sample wave, print a summary and the report's path
#   make test     set up, run every test, check the formatting
# And for those who work on it:
#   make example  rebuild the committed example publication in Reports/
#   make check-example  rebuild it elsewhere and compare, byte by byte
#   make check-packages  validate with frictionless every Data Package that the example left (needs Python)
#   make check-pages  check the pages of the example: markup, accessibility, narrow screens, keyboard, paper, links, offline
#                 (needs Chromium, Java, Poppler and Python); RECORD=1 writes what the accessibility statement says was checked
#   make check-pages-checks  broken pages on purpose: each check must catch its own
#   make check-pdf  the PDF files of the example: tags, text of figures, bookmarks, headings, sheets (needs Poppler and Python)
#   make check-workbook  every cell of the example's workbooks against its CSV files, and every type from its model.json (needs Python)
#   make check-self-scan  a thousand random sheets on the page of the self-scan and by the command (needs Chromium and Python)
#   make check-robustness  kill runs, fill disks, forbid writing, start two at once: readers always see a whole publication (needs Python)
#   make check-schedule  try what is in Pipelines/schedule: systemd, cron, the workflow, Snakemake (needs Python; systemd)
#   make check-survey  hold estimates against R's survey package on its own samples (needs R with survey)
#   make deep     draw thousands of waves and count how often the 95 % intervals hold the true value; kill runs at 200 moments
#   make calibration  draw waves and count how often units are in the type that all their officials would give them
#   make sample   draw the sample waves again
#   make performance  read a million records beside other libraries (pip install polars pyarrow duckdb pandas), five times
#   make performance-estimation  aggregate, rake and scale a million respondents in ten thousand units, ROUNDS times (5)
#   make performance-match  10,000 joint draws of eight types in nine fields, ROUNDS times (7)
#   make performance-reruns  ten waves from scratch, one setting changed, nothing changed, ROUNDS times (3)
#   make performance-clustering PEERS=DIR DATA=DIR  the clustering engine beside scikit-learn and R, whose scripts are in PEERS
#   make docs     the documentation of the rooms that others can use alone, as a site in .build/docs, checked (needs Python)
#   make format   format all sources
#   make fuzz     look for inputs on which the reader of delimited files fails, for SECONDS (60)

PIPELINE := Pipelines/member-survey
# With the standard library inside, which starts sooner and runs where no Swift is installed.
BUILD := swift build -c release --static-swift-stdlib $(FLAGS)
KOERS := .build/release/koers

.PHONY: docs performance-clustering performance-reruns performance-match report test example check-example check-packages check-pages check-pages-checks check-workbook check-pdf check-self-scan check-robustness check-schedule check-survey deep calibration sample performance performance-estimation format lint fuzz setup build clean

report: build
	@echo "koers: running $(PIPELINE) up to the newest wave" >&2
	@$(KOERS) run $(PIPELINE)

test: setup
	@echo "koers: building and running the tests (two to six minutes on two cores)" >&2
	swift test $(FLAGS)
	@$(MAKE) --no-print-directory lint

lint:
	@echo "koers: checking the formatting" >&2
	swift format lint --strict --recursive Sources Tests Package.swift

build: setup
	@echo "koers: building for release (two to six minutes on two cores the first time)" >&2
	@$(BUILD)

example: build
	@$(KOERS) run $(PIPELINE) --all --force

check-example: build
	@rm -rf .build/example
	@$(KOERS) run $(PIPELINE) --all --force --quiet --reports .build/example/Reports --workspace .build/example/stages
	@diff -r Reports .build/example/Reports && echo "koers: the committed publication is what the program writes today" >&2

check-packages: check-example
	@Tests/Packages/check .build/example Pipelines/registers

check-pages: check-example
	@.ci/install pages
	@Tests/Pages/check .build/example/Reports/member-survey/2023 \
	  $(if $(RECORD),--output,--agree-with) $(PIPELINE)/accessibility-checks.json

check-pages-checks:
	@.ci/install pages
	@Tests/Pages/check --self-test

check-pdf: build
	@.ci/install pages
	@Tests/Pages/check-pdf --self-test
	@Tests/Pages/check-pdf $(KOERS) $(PIPELINE)

check-workbook: check-example
	@for wave in 2020 2023; do for language in nl en; do \
	  Tests/Pages/check-workbook .build/example/Reports/member-survey/$$wave/$$language && \
	  Tests/Pages/check-model .build/example/Reports/member-survey/$$wave/$$language .build/example/stages/member-survey/$$wave \
	    || exit 1; \
	done; done

check-self-scan: check-example
	@.ci/install pages
	@for language in nl en; do \
	  Tests/Pages/check-self-scan $(KOERS) .build/example/Reports/member-survey/2023/$$language || exit 1; \
	done
	@Tests/Pages/check-self-scan --self-test $(KOERS) .build/example/Reports/member-survey/2023/nl

check-robustness: build
	@Tests/Robustness/check $(KOERS) $(or $(POINTS),20)

check-schedule: build
	@Tests/Schedule/check .build/release

check-survey: setup
	@.ci/install survey
	@Rscript Tests/EstimationTests/Reference/export-api.R .build/survey-api
	KOERS_SURVEY_API="$(CURDIR)/.build/survey-api" swift test $(FLAGS) --filter SurveyParityTests

deep: setup
	@KOERS_DEEP=1 $(BUILD) --product coverage
	@.build/release/coverage 2000 > Tests/Deep/Coverage/results.md
	@git diff --stat Tests/Deep/Coverage/results.md
	@$(BUILD) --product koers
	@Tests/Robustness/check $(KOERS) 200 | tee Tests/Robustness/results.txt

calibration: setup
	@KOERS_DEEP=1 $(BUILD) --product calibration
	@rm -f .build/calibration.csv
	@.build/release/calibration draw 1 120 5 .build/calibration.csv
	@.build/release/calibration table .build/calibration.csv 60 > Tests/Deep/Calibration/results.md
	@git diff --stat Tests/Deep/Calibration/results.md

sample: build
	@$(KOERS) simulate SampleData/member-survey-2020.simulation.yaml --output SampleData
	@$(KOERS) simulate SampleData/member-survey-2023.simulation.yaml --output SampleData

performance: setup
	@mkdir -p .build/performance
	@KOERS_PERFORMANCE=1 $(BUILD) --product ingest-benchmark
	@gcc -O2 -o .build/performance/count-fields Tests/Performance/count-fields.c -lcsv
	@test -f .build/performance/million.csv || python3 Tests/Performance/draw-survey.py 1000000 .build/performance/million.csv
	@python3 Tests/Performance/compare.py .build/performance/million.csv Tests/Performance/million.codebook.yaml \
	  .build/release/ingest-benchmark .build/performance/count-fields

performance-estimation: setup
	@KOERS_PERFORMANCE=1 $(BUILD) --product estimation-benchmark
	@.build/release/estimation-benchmark $(or $(ROUNDS),5)

performance-match: setup
	@KOERS_PERFORMANCE=1 $(BUILD) --product match-benchmark
	@.build/release/match-benchmark $(or $(ROUNDS),7)

performance-clustering: build
	@KOERS_PERFORMANCE=1 $(BUILD) --product clustering-benchmark
	@for what in kmeans25 kmeans silhouette; do \
	  python3 Tests/Performance/compare-clustering.py $$what $(PEERS) $(DATA) .build/release/clustering-benchmark $(or $(ROUNDS),3); \
	done
	@python3 Tests/Performance/compare-clustering.py analysis $(PEERS) $(DATA) .build/release/koers-cluster $(or $(ROUNDS),3)

performance-reruns: build
	@python3 Tests/Performance/reruns.py $(KOERS) $(or $(ROUNDS),3)

docs: setup
	@swift build $(FLAGS) --target Charts && swift build $(FLAGS) --target Clustering \
	  && swift build $(FLAGS) --target DecisionAnalysis && swift build $(FLAGS) --target Estimation
	@Tests/Documentation/build .build/docs

format:
	swift format --in-place --recursive Sources Tests Package.swift

fuzz: setup
	@Tests/Fuzz/run csv $(or $(SECONDS),60)

setup:
	@.ci/install

clean:
	rm -rf .build .koers
